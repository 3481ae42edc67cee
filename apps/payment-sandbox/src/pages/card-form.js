const form = document.querySelector('[data-card-form]');

if (form instanceof HTMLFormElement) {
  const number = form.elements.namedItem('number');
  const expiry = form.elements.namedItem('expiry');
  const cvc = form.elements.namedItem('cvc');
  const pay = form.querySelector('button[type=submit]');

  number.addEventListener('input', () => keepCaret(number, groupByFour));
  expiry.addEventListener('input', (event) => {
    if (event.inputType !== 'deleteContentBackward') expiry.value = withSlash(expiry.value);
  });

  for (const button of document.querySelectorAll('[data-test-card]')) {
    button.addEventListener('click', () => {
      number.value = groupByFour(button.dataset.testCard);
      expiry.value = `12/${String(new Date().getFullYear() + 2).slice(-2)}`;
      cvc.value = '123';
      pay.focus();
      pay.scrollIntoView({ block: 'center' });
    });
  }

  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
    pay.setAttribute('aria-disabled', 'true');
  });
  // The browser's back button shows the page as it was left.
  window.addEventListener('pageshow', () => {
    isSent = false;
    pay.removeAttribute('aria-disabled');
  });
}

document.querySelector('[data-focus]')?.focus();

function groupByFour(text) {
  return text
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}

function withSlash(text) {
  const digits = text.replace(/\D/g, '').slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)}/${digits.slice(2)}` : digits;
}

function keepCaret(input, format) {
  const digitsBefore = input.value.slice(0, input.selectionStart).replace(/\D/g, '').length;
  input.value = format(input.value);
  const before = format(input.value.replace(/\D/g, '').slice(0, digitsBefore)).length;
  input.setSelectionRange(before, before);
}
