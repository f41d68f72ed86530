// What an operator does, step by step, with a screenshot at each place worth looking at.

import { join } from 'node:path';
import { Operate } from './operate.mjs';
import { Tasklist } from './tasklist.mjs';

export class Journey {

  constructor(stage, page, pictures) {
    this.stage = stage;
    this.page = page;
    this.pictures = pictures;
    this.taken = 0;
    this.operate = new Operate(page, stage.places.operate);
    this.tasklist = new Tasklist(page, stage.places.tasklist);
  }

  steps() {
    return [
      ['a reconstruction that is finished', () => this.seeFinished()],
      ['an incident, and its retry', () => this.resolveIncident()],
      ['one that waits for a slot, and one that is cancelled', () => this.waitAndCancel()],
      ['a start by the form, and a failed model that is tried again', () => this.startAndDecide()],
      ['a start without quota, and its release', () => this.releaseQuota()],
      ['one that takes longer than expected, and is stopped', () => this.stopLateOne()],
    ];
  }

  async seeFinished() {
    const { key } = await this.stage.tell('start Quarry in May 3d');
    await this.seeOutcome(key, 'ready');
    await this.picture('finished');
  }

  async resolveIncident() {
    await this.stage.tell('refuse-token');
    const { key } = await this.stage.tell('start Bridge 2d');
    await this.operate.awaitIncident(key);
    await this.operate.open(key);
    await this.picture('incident');
    await this.operate.openIncident();
    await this.operate.incidentSays('The organization key was not accepted');
    await this.picture('incident-message');
    await this.operate.retry();
    await this.operate.awaitState(key, 'COMPLETED');
    await this.operate.open(key);
    await this.picture('incident-resolved');
  }

  async waitAndCancel() {
    await this.stage.tell('stick 2d');
    await this.stage.tell('stick 3d');
    const long = await this.stage.tell('start Harbour 2d,3d');
    await this.operate.awaitElement(long.key, 'AwaitModel');
    const waiting = await this.stage.tell('start Meadow 3d');
    await this.operate.awaitElement(waiting.key, 'StartReconstruction');
    await this.operate.open(waiting.key);
    await this.picture('waiting');
    await this.stage.verb('cancel', long.key);
    await this.seeOutcome(long.key, 'cancelled');
    await this.picture('cancelled');
    await this.operate.awaitState(waiting.key, 'COMPLETED');
  }

  async startAndDecide() {
    await this.stage.tell('fail 3d');
    await this.tasklist.openStartForm('Reconstruct images');
    await this.tasklist.fill('Image folder', this.stage.places.images);
    await this.tasklist.fill('Name', 'Old mill');
    await this.picture('start');
    await this.tasklist.startProcess();
    await this.tasklist.openTask('Decide on failed reconstruction', 'Old mill');
    const key = await this.operate.onlyActive('reconstruct-images');
    await this.answer('Try again', 'decide');
    await this.seeOutcome(key, 'ready');
    await this.picture('decided');
  }

  async releaseQuota() {
    await this.stage.tell('refuse-quota');
    const { key } = await this.stage.tell('start Vineyard 3d');
    await this.tasklist.openTask('Release quota', 'Vineyard');
    await this.answer('There is quota again: try again', 'quota');
    await this.seeOutcome(key, 'ready');
  }

  async stopLateOne() {
    await this.stage.tell('stick 3d');
    const { key } = await this.stage.tell('start-late Orchard 3d');
    await this.tasklist.openTask('Decide whether to go on', 'Orchard');
    await this.answer('Stop it and clean up', 'late');
    await this.seeOutcome(key, 'cancelled');
    await this.picture('stopped');
  }

  /** Takes the question that is open in Tasklist and answers it. */
  async answer(words, name) {
    await this.tasklist.assignToMe();
    await this.tasklist.choose(words);
    await this.picture(name);
    await this.tasklist.complete();
  }

  async seeOutcome(key, outcome) {
    await this.operate.awaitState(key, 'COMPLETED');
    await this.operate.open(key);
    await this.operate.seesVariable('outcome', outcome);
  }

  async picture(name) {
    this.taken++;
    const file = `${String(this.taken).padStart(2, '0')}-${name}.png`;
    await this.page.screenshot({ path: join(this.pictures, file), animations: 'disabled' });
  }
}
