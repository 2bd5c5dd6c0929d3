// One text in every language, inside Wagtail's stream fields: what the editor asks of a field,
// answered by several inputs. The HTML comes from the server (i18n_forms.py).
{
  class BoundLanguageInputs {
    constructor(element) {
      this.inputs = [...element.querySelectorAll("input, textarea")];
      this.idForLabel = this.inputs[0].id;
    }

    getValue() {
      return this.inputs.map((input) => input.value);
    }

    getState() {
      return this.getValue();
    }

    setState(texts) {
      this.inputs.forEach((input, number) => {
        input.value = texts?.[number] ?? "";
      });
    }

    setInvalid(isInvalid) {
      this.inputs.forEach((input) => input.setAttribute("aria-invalid", String(Boolean(isInvalid))));
    }

    getValueForLabel() {
      return this.getValue().find(Boolean) ?? "";
    }

    getTextLabel() {
      return this.getValueForLabel() || null;
    }

    focus() {
      this.inputs[0].focus();
    }

    setCapabilityOptions() {}
  }

  class LanguageInputs {
    constructor(html) {
      this.html = html;
    }

    render(placeholder, name, id, texts) {
      const holder = document.createElement("div");
      holder.innerHTML = this.html.replace(/__NAME__/g, name).replace(/__ID__/g, id).trim();
      const element = holder.firstElementChild;
      placeholder.replaceWith(element);
      const bound = new BoundLanguageInputs(element);
      bound.setState(texts);
      return bound;
    }
  }

  window.telepath.register("raati.LanguageInputs", LanguageInputs);
}
