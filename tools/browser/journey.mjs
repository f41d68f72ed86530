// What an operator does, step by step, with a screenshot at each place worth looking at.

import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Operate } from './operate.mjs';
import { Tasklist } from './tasklist.mjs';

/** What FlightHub holds of an image set that it makes a model of. */
const RUNS = { photographs: 12, running: 1, models: 1 };

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
      ['one that is cancelled in Operate, and what it leaves behind', () => this.cancelInOperate()],
      ['that being stopped and deleted', () => this.reconcile()],
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
    await this.tasklist.openStartForm('Reconstruct images', 'Image folder');
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

  /** The slots are full then: one runs for nobody, the other goes on until somebody stops it. */
  async cancelInOperate() {
    const orphan = await this.startStuck('start Lighthouse 3d');
    this.late = await this.startStuck('start-late Orchard 3d');
    await this.operate.open(orphan.key);
    await this.operate.askToCancel();
    await this.picture('cancel-in-operate');
    await this.operate.confirm();
    await this.operate.awaitState(orphan.key, 'CANCELED');
    this.resourceUuid = await this.operate.variable(orphan.key, 'resourceUuid');
    await this.startReconcile('List it');
    const listed = await this.seeReconciliation(1);
    await this.picture('listed');
    expect('What was only to be listed', listed.leftovers[0].state, 'found');
    await this.seeInFlightHub('Lighthouse', RUNS);
    await this.seeInFlightHub('Orchard', RUNS);
  }

  async reconcile() {
    await this.stage.tell('refuse-quota');
    this.waiting = await this.stage.tell('start Vineyard 3d');
    await this.operate.awaitElement(this.waiting.key, 'StartReconstruction');
    await this.startReconcile('Stop and delete it', 'reconcile');
    const settled = await this.seeReconciliation(2);
    expect('What was to be deleted', settled.leftovers[0].state, 'settled');
    await this.picture('reconciled');
    await this.seeInFlightHub('Lighthouse', { photographs: 0, running: 0, models: 0 });
    await this.seeInFlightHub('Orchard', RUNS);
  }

  async startStuck(line) {
    await this.stage.tell('stick 3d');
    const started = await this.stage.tell(line);
    await this.operate.awaitElement(started.key, 'AwaitModel');
    return started;
  }

  async startReconcile(answer, name) {
    await this.tasklist.openStartForm('Reconcile', 'What is to be done with what is found?');
    await this.tasklist.choose(answer);
    if (name) {
      await this.picture(name);
    }
    await this.tasklist.startProcess();
  }

  /** Opens the latest of so many that have ended; it found the one that was cancelled in Operate, and no other. */
  async seeReconciliation(count) {
    const key = await this.operate.latestEnded('reconcile', count);
    await this.operate.awaitVariable(key, 'reconciliation');
    await this.operate.open(key);
    await this.operate.seesVariable('reconciliation', 'leftovers');
    await this.operate.scrollVariable('reconciliation');
    const seen = await this.operate.variable(key, 'reconciliation');
    expect('Left over', seen.leftovers.map(leftover => leftover.resourceUuid), [this.resourceUuid]);
    expect('Those that live', seen.living, 1);
    return seen;
  }

  async seeInFlightHub(imageSet, what) {
    expect(`FlightHub on ${imageSet}`, await this.stage.tell(`look-for ${imageSet}`), what);
  }

  /** It waited for the slot that the one held which nobody wanted. */
  async releaseQuota() {
    await this.tasklist.openTask('Release quota', 'Vineyard');
    await this.answer('There is quota again: try again', 'quota');
    await this.seeOutcome(this.waiting.key, 'ready');
  }

  async stopLateOne() {
    await this.tasklist.openTask('Decide whether to go on', 'Orchard');
    await this.answer('Stop it and clean up', 'late');
    await this.seeOutcome(this.late.key, 'cancelled');
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
    await this.operate.awaitVariable(key, 'outcome');
    await this.operate.open(key);
    await this.operate.seesVariable('outcome', outcome);
  }

  async picture(name) {
    this.taken++;
    const file = `${String(this.taken).padStart(2, '0')}-${name}.png`;
    await this.page.screenshot({ path: join(this.pictures, file), animations: 'disabled' });
  }
}

function expect(what, seen, wanted) {
  if (!isDeepStrictEqual(seen, wanted)) {
    throw new Error(`${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(wanted)}.`);
  }
}
