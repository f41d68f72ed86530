// Tasklist 8.6 as a person uses it; whether a task has come is asked of its API, as its page looks every 5 seconds only.

import { until } from '../local.mjs';
import { logInAsDemo, openAsDemo } from './login.mjs';

const PATIENCE_SECONDS = 180;

export class Tasklist {

  constructor(page, address) {
    this.page = page;
    this.address = address;
  }

  async openStartForm(process, firstField) {
    await openAsDemo(this.page, `${this.address}/processes`);
    await this.passGreeting();
    const tile = this.page.getByTestId('process-tile').filter({ hasText: process }).first();
    await tile.getByRole('button', { name: /start process/i }).click();
    await this.page.getByText(firstField).waitFor();
  }

  /** Tasklist greets whoever is new, and a new browser makes us that. */
  async passGreeting() {
    if (!this.greeted) {
      await this.page.getByRole('button', { name: 'Continue' }).click();
      this.greeted = true;
    }
  }

  async fill(label, text) {
    // The label of a field that must be filled ends in a star.
    await this.page.getByLabel(new RegExp(`^${label}`)).fill(text);
  }

  async startProcess() {
    await this.page.getByRole('dialog').getByRole('button', { name: /start process/i }).click();
  }

  /** The form comes before what it shows; an answer given in between would be lost. */
  async openTask(name, imageSet) {
    await until(`A task "${name}"`, PATIENCE_SECONDS, () => this.hasTask(name));
    await openAsDemo(this.page, this.address);
    await this.page.getByText(name).first().click();
    await this.page.getByRole('heading', { name: imageSet }).waitFor();
    await this.wantNoNotifications();
  }

  async hasTask(name) {
    await logInAsDemo(this.page, this.address);
    const answer = await this.page.request.post(new URL('/v1/tasks/search', this.address).href, {
      data: { state: 'CREATED' },
    });
    return answer.ok() && (await answer.json()).some(task => task.name === name);
  }

  /** Tasklist offers them until somebody closes the offer. */
  async wantNoNotifications() {
    if (await this.page.getByText('Turn on notifications').first().isVisible()) {
      await this.page.getByRole('button', { name: /close/i }).click();
    }
  }

  async assignToMe() {
    await this.page.getByRole('button', { name: 'Assign to me' }).click();
    await this.page.getByRole('button', { name: 'Unassign' }).waitFor();
  }

  async choose(answer) {
    // Tasklist draws its own button over the browser's, so a person clicks on the words.
    await this.page.getByText(answer, { exact: true }).click();
  }

  async complete() {
    await this.completeButton().click();
    await this.page.getByText('Task completed').waitFor();
  }

  completeButton() {
    return this.page.getByRole('button', { name: /complete task/i });
  }
}
