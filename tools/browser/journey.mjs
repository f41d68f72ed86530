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
      ['a start by the form, and a failed model', () => this.startAndOpenQuestion()],
    ];
  }

  async seeFinished() {
    const { key } = await this.stage.tell('start Quarry in May 3d');
    await this.operate.awaitState(key, 'COMPLETED');
    await this.operate.open(key);
    await this.operate.seesVariable('outcome', 'ready');
    await this.picture('finished');
  }

  async resolveIncident() {
    await this.stage.tell('refuse-token');
    const { key } = await this.stage.tell('start Bridge 2d');
    await this.operate.awaitIncident(key);
    await this.operate.open(key);
    await this.operate.seesIncident('The organization key was not accepted');
    await this.picture('incident');
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
    await this.operate.awaitState(long.key, 'COMPLETED');
    await this.operate.open(long.key);
    await this.operate.seesVariable('outcome', 'cancelled');
    await this.picture('cancelled');
    await this.operate.awaitState(waiting.key, 'COMPLETED');
  }

  async startAndOpenQuestion() {
    await this.stage.tell('fail 3d');
    await this.tasklist.openStartForm('Reconstruct images');
    await this.tasklist.fill('Image folder', this.stage.places.images);
    await this.tasklist.fill('Name', 'Old mill');
    await this.picture('start');
    await this.tasklist.startProcess();
    await this.tasklist.openTask('Decide on failed reconstruction');
    await this.picture('task');
  }

  async picture(name) {
    this.taken++;
    const file = `${String(this.taken).padStart(2, '0')}-${name}.png`;
    await this.page.screenshot({ path: join(this.pictures, file) });
  }
}
