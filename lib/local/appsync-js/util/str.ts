const forms = ['nfc', 'nfd', 'nfkc', 'nfkd'];

/** `util.str`. */
export const str = {
  normalize: (value: string, form: string): string => {
    if (!forms.includes(form)) throw new Error(`util.str.normalize: ${JSON.stringify(form)} is none of ${forms.join(', ')}`);
    return value.normalize(form.toUpperCase());
  },
};
