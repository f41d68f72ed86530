/**
 * The fault drill: hundreds of reconstructions on a real broker, with worker processes that are
 * killed, a network that is cut, a broker that is restarted and a FlightHub that fails in every way
 * that is known, and what must be true afterwards. {@link io.flighthubcamunda.drill.FaultDrill} is
 * the suite, {@link io.flighthubcamunda.drill.Mishap} the list of what goes wrong for a single
 * reconstruction.
 */
package io.flighthubcamunda.drill;
