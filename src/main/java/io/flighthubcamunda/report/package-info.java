/**
 * A page about an image set for people to look at: where the drone flew, what the camera resolves
 * on the ground, how far photographs overlap, and which of them look wrong.
 *
 * <p>Knows image sets and nothing above them: no Camunda, no storage. {@code flight} calculates,
 * {@code frame} looks at pictures, {@code page} draws.
 */
package io.flighthubcamunda.report;
