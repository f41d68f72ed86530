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
    // The last that is drawn: badges at the steps where something is.
    await this.page.getByTestId(/^state-overlay/).first().waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  async seesVariable(name, value) {
    const row = this.page.getByTestId(`variable-${name}`);
    await row.scrollIntoViewIfNeeded();
    await row.getByText(value).first().waitFor();
  }

  /** To the end of a value that is higher than its row. */
  async scrollVariable(name) {
    await this.page.getByTestId(`variable-${name}`).getByText('{').first().hover();
    await this.page.mouse.wheel(0, 2000);
  }

  /** Lists what went wrong, and opens the first message, of which the list has the beginning only. */
  async openIncident() {
    await this.page.getByText(/incident.* occurred/i).first().click();
    await this.page.getByRole('button', { name: 'More', exact: true }).first().click();
  }

  async incidentSays(text) {
    await this.dialog().getByText(text).waitFor();
  }

  async retry() {
    await this.dialog().getByRole('button', { name: /close/i }).first().click();
    await this.page.getByRole('button', { name: /retry/i }).first().click();
  }

  /** Cancels the instance that is open, up to the question whether that is meant. */
  async askToCancel() {
    await this.page.getByRole('button', { name: /^cancel instance/i }).click();
    await this.dialog().getByText('About to cancel').waitFor();
  }

  async confirm() {
    await this.dialog().getByRole('button', { name: 'Apply' }).click();
  }

  dialog() {
    return this.page.getByRole('dialog');
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

  /** The key of the instance of this process that is under way; there must be one only. */
  async onlyActive(processId) {
    let found = [];
    await until(`One active instance of ${processId}`, PATIENCE_SECONDS, async () => {
      found = await this.search('process-instances', { filter: { bpmnProcessId: processId, state: 'ACTIVE' } });
      return found.length === 1;
    });
    return String(found[0].key);
  }

  /** The key of the latest instance of this process that has ended, when there are so many. */
  async latestEnded(processId, count) {
    let found = [];
    await until(`The end of ${count} instances of ${processId}`, PATIENCE_SECONDS, async () => {
      found = await this.search('process-instances', {
        filter: { bpmnProcessId: processId, state: 'COMPLETED' },
        sort: [{ field: 'startDate', order: 'DESC' }],
      });
      return found.length === count;
    });
    return String(found[0].key);
  }

  /** Operate learns of variables and of their instance on ways of their own, and an open page of an ended one stays. */
  async awaitVariable(key, name) {
    await until(`Variable ${name} of instance ${key}`, PATIENCE_SECONDS, async () =>
      (await this.search('variables', { filter: { scopeKey: Number(key), name } })).length > 0);
  }

  /** The value of a variable of the whole instance. */
  async variable(key, name) {
    const [found] = await this.search('variables', { filter: { scopeKey: Number(key), name } });
    return JSON.parse(found.value);
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
