// Operate 8.6 as a person uses it; what takes time is asked of its API, so that nobody stares at a page.

import { until } from '../local.mjs';
import { logInAsDemo, openAsDemo } from './login.mjs';

const PATIENCE_SECONDS = 180;

export class Operate {

  constructor(page, address) {
    this.page = page;
    this.address = address;
  }

  async open(key) {
    await openAsDemo(this.page, `${this.address}/processes/${key}`);
    await this.page.getByText('Instance History').waitFor();
    await this.page.locator('.djs-element.djs-shape').first().waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  async seesVariable(name, value) {
    const row = this.page.getByTestId(`variable-${name}`);
    await row.scrollIntoViewIfNeeded();
    await row.getByText(value).first().waitFor();
  }

  async seesIncident(text) {
    await this.page.getByText(/incident.* occurred/i).first().click();
    await this.page.getByText(text).first().waitFor();
    // A trial waits until the list has unfolded.
    await this.retryButton().click({ trial: true });
  }

  async retry() {
    await this.retryButton().click();
  }

  retryButton() {
    return this.page.getByRole('button', { name: /retry/i }).first();
  }

  async awaitState(key, state) {
    await until(`Instance ${key} in state ${state}`, PATIENCE_SECONDS, async () =>
      (await this.instance(key))?.state === state);
  }

  async awaitIncident(key) {
    await until(`An incident of instance ${key}`, PATIENCE_SECONDS, async () =>
      (await this.instance(key))?.incident === true);
  }

  async awaitElement(key, elementId) {
    await until(`Instance ${key} at ${elementId}`, PATIENCE_SECONDS, async () =>
      (await this.search('flownode-instances', {
        filter: { processInstanceKey: Number(key), flowNodeId: elementId, state: 'ACTIVE' },
      })).length > 0);
  }

  async instance(key) {
    const [found] = await this.search('process-instances', { filter: { key: Number(key) } });
    return found;
  }

  async search(what, question) {
    await logInAsDemo(this.page, this.address);
    const answer = await this.page.request.post(new URL(`/v1/${what}/search`, this.address).href, { data: question });
    return answer.ok() ? (await answer.json()).items : [];
  }
}
