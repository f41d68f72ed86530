/**
 * A FlightHub 2 that costs nothing: the nine Open modeling operations, system status and project
 * list over real HTTP, with a real S3-compatible object store beside it whose temporary keys
 * expire.
 *
 * <p>{@link io.flighthubcamunda.simulator.Simulator} starts and stops it, {@link
 * io.flighthubcamunda.simulator.SimulatorSettings} says how it behaves, {@link
 * io.flighthubcamunda.simulator.Faults} makes single requests go wrong and {@link
 * io.flighthubcamunda.simulator.SimulatedFlightHub} shows its state to tests. It is strict where
 * the facts about FlightHub are known and settable where they are not.
 *
 * <p>No reconstruction is computed: the state of a model is a function of its start time, its plan
 * and the clock. Nothing here runs in the background.
 *
 * <p>This package may not know any other package of this product, not even the wire records of the
 * client: a mistake in those must not be able to hide on both sides.
 */
package io.flighthubcamunda.simulator;
