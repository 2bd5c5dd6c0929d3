"""The accessibility statement."""

ACCESSIBILITY = {
    "slug": "saavutettavuus",
    "title": {
        "fi": "Saavutettavuusseloste",
        "sv": "Tillgänglighetsutlåtande",
        "en": "Accessibility statement",
    },
    "lead": {
        "fi": "Haluamme, että jokainen voi käyttää tätä palvelua. Kerro, jos jokin ei toimi: "
        "vastaamme 14 päivässä.",
        "sv": "Vi vill att alla ska kunna använda tjänsten. Berätta om något inte fungerar: vi "
        "svarar inom 14 dagar.",
        "en": "We want everyone to be able to use this service. Tell us if something fails: we "
        "reply within 14 days.",
    },
    "body": {
        "fi": """
Tämä seloste koskee Kuparilan osallistumispalvelua. Palvelua koskee laki digitaalisten \
palvelujen tarjoamisesta (306/2019), ja sen on täytettävä saavutettavuusohjeiston WCAG 2.1 A- ja \
AA-tason vaatimukset. Tavoitteemme on uudempi WCAG 2.2, taso AA.

## Kuinka saavutettava palvelu on?

Palvelu täyttää vaatimukset osittain. Sivut toimivat näppäimistöllä, ruudunlukijalla, 400 \
prosentin suurennoksella ja ilman JavaScriptiä.

## Mikä ei vielä ole saavutettavaa?

- Asukkaiden lisäämissä kuvissa kuvaus on heidän kirjoittamansa. Se voi olla puutteellinen. \
Autamme kuvaamaan, kun pyydät. (WCAG 1.1.1)
- Ideat näkyvät sillä kielellä, jolla ne on kirjoitettu. Kieli on merkitty, mutta käännöstä ei \
aina ole.
- Muilta saadut liitetiedostot eivät kaikki ole saavutettavia. Pyydä tiedot meiltä toisessa \
muodossa. (WCAG 1.3.1, 2.4.2)

## Miten arvioimme palvelun?

Kehittäjät arvioivat palvelun itse: jokaisen sivutyypin automaattisesti ja tärkeimmät tehtävät \
käsin. Seloste on laadittu {day:+0}.

## Etkö saanut asiaasi hoidettua?

Soita **000 123 4500** arkisin klo 9–15. Hoidamme asian puhelimessa.

## Jos et saa vastausta

Anna palaute ensin meille. Jos vastausta ei tule 14 päivässä tai et ole siihen tyytyväinen, voit \
kannella valvontaviranomaiselle: Liikenne- ja viestintävirasto Traficom, digitaalisen \
esteettömyyden ja saavutettavuuden valvontayksikkö, \
[saavutettavuusvaatimukset.fi](https://www.saavutettavuusvaatimukset.fi).
""",
        "sv": """
Det här utlåtandet gäller Kuparilas tjänst för delaktighet. Tjänsten omfattas av lagen om \
tillhandahållande av digitala tjänster (306/2019) och ska uppfylla kraven på nivå A och AA i \
tillgänglighetsanvisningarna WCAG 2.1. Vårt mål är den nyare WCAG 2.2, nivå AA.

## Hur tillgänglig är tjänsten?

Tjänsten uppfyller kraven delvis. Sidorna fungerar med tangentbord, med skärmläsare, med 400 \
procents förstoring och utan JavaScript.

## Vad är ännu inte tillgängligt?

- Invånarna beskriver själva de bilder de lägger till. Beskrivningen kan vara bristfällig. Vi \
hjälper dig att få veta vad bilden visar. (WCAG 1.1.1)
- Idéerna visas på det språk de är skrivna på. Språket är markerat, men någon översättning finns \
inte alltid.
- Alla bilagor som vi har fått av andra är inte tillgängliga. Be oss om uppgifterna i en annan \
form. (WCAG 1.3.1, 2.4.2)

## Hur har vi bedömt tjänsten?

Utvecklarna bedömde själva tjänsten: varje sidtyp automatiskt och de viktigaste uppgifterna för \
hand. Utlåtandet gjordes {day:+0}.

## Fick du inte ditt ärende skött?

Ring **000 123 4500** vardagar kl. 9–15. Vi sköter ärendet per telefon.

## Om du inte får svar

Ge först respons till oss. Om du inte får svar inom 14 dagar eller inte är nöjd med svaret kan \
du klaga hos tillsynsmyndigheten: Transport- och kommunikationsverket Traficom, enheten för \
tillsyn över digital tillgänglighet, \
[tillganglighetskrav.fi](https://www.tillganglighetskrav.fi).
""",
        "en": """
This statement covers Kuparila's participation service. The service is subject to the Act on the \
Provision of Digital Services (306/2019) and must meet levels A and AA of the accessibility \
guidelines WCAG 2.1. Our goal is the newer WCAG 2.2, level AA.

## How accessible is the service?

The service meets the requirements in part. Its pages work with a keyboard, with a screen \
reader, at 400 per cent zoom and without JavaScript.

## What is not accessible yet?

- Residents describe the pictures they add themselves. A description may be incomplete. Ask us, \
and we will help. (WCAG 1.1.1)
- Ideas are shown in the language in which they were written. The language is marked, but there \
is not always a translation.
- Not all attachments received from others are accessible. Ask us for the information in another \
form. (WCAG 1.3.1, 2.4.2)

## How was the service evaluated?

Its developers evaluated the service themselves: every type of page automatically, the most \
important tasks by hand. This statement was written on {day:+0}.

## Could you not get your business done?

Call **000 123 4500** on weekdays from 9 am to 3 pm. We will do it by phone.

## If you get no reply

Give your feedback to us first. If there is no reply within 14 days, or you are not satisfied \
with it, you may complain to the supervisory authority: the Finnish Transport and Communications \
Agency Traficom, Digital Accessibility Supervision Unit, \
[webaccessibility.fi](https://www.webaccessibility.fi).
""",
    },
}
