// Operate and Tasklist of 8.6 share their users and the cookie that says who is there.

const USER = { username: 'demo', password: 'demo' };

let known = false;

/** Opens a page as the built-in user. */
export async function openAsDemo(page, url) {
  await logInAsDemo(page, url);
  await page.goto(url);
}

/** Lets this browser, and what is asked on its behalf, act as the built-in user. */
export async function logInAsDemo(page, url) {
  if (!known) {
    const login = new URL('/api/login', url);
    const answer = await page.request.post(`${login}?${new URLSearchParams(USER)}`);
    if (!answer.ok()) {
      throw new Error(`The built-in user was not let in at ${login}: HTTP ${answer.status()}.`);
    }
    known = true;
  }
}
