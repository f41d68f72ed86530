/**
 * What instances left behind in FlightHub that were cancelled in Operate: found by what FlightHub
 * and the engine say, and settled. What can't be judged is listed, never touched.
 */
package io.flighthubcamunda.worker.reconcile;
