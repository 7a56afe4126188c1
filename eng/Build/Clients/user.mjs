// A person with a browser without script, who allows what the pages of a sign-in ask.
const MostSteps = 12;

const decoded = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(amp|quot|lt|gt));/gi, (_, hex, number, name) =>
    name ? { amp: "&", quot: '"', lt: "<", gt: ">" }[name.toLowerCase()] : String.fromCodePoint(hex ? parseInt(hex, 16) : number),
  );

const attribute = (tag, name) => decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** Opens an address, fills in one form after the other, and ends where another site has the last word; returns the address there. */
export async function allow(address) {
  const site = new URL(address).host;
  const cookies = new Map();
  let next = { address, init: {} };
  for (let step = 0; step < MostSteps; step++) {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(next.address, { ...next.init, headers: cookie ? { cookie } : {}, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [name, value] = set.split(";")[0].split(/=(.*)/s);
      cookies.set(name, value);
    }
    if (new URL(next.address).host !== site) {
      return next.address;
    }
    const to = response.headers.get("location");
    next = to ? { address: new URL(to, next.address).href, init: {} } : submit(next.address, await response.text());
    // What a client asks to be told may be nothing that can be opened from here.
    if (to && new URL(next.address).host !== site && !/^http:\/\/(127\.0\.0\.1|localhost)/.test(next.address)) {
      return next.address;
    }
  }
  throw new Error("the pages lead nowhere");
}

function submit(page, html) {
  const form = /<form[^>]*>.*?<\/form>/s.exec(html)?.[0];
  if (!form) {
    throw new Error(`no form to go on with: ${html.slice(0, 200)}`);
  }
  const fields = new URLSearchParams();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    if (attribute(input, "name")) {
      fields.append(attribute(input, "name"), attribute(input, "value"));
    }
  }
  // The last button of ours allows; the sandbox's first connects.
  const buttons = [...form.matchAll(/<button[^>]*>/g)].map(([button]) => button);
  const yes = buttons.find((button) => ["allow", "connect"].includes(attribute(button, "value"))) ?? buttons[0];
  fields.append(attribute(yes, "name"), attribute(yes, "value"));
  const action = attribute(/<form[^>]*>/.exec(form)[0], "action");
  return { address: action ? new URL(action, page).href : page, init: { method: "POST", body: fields } };
}

// As a program: what a client opens instead of a browser.
if (process.argv[1]?.endsWith("user.mjs") && process.argv[2]) {
  await allow(process.argv[2]);
}
