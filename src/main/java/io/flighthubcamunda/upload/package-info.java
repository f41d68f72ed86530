/**
 * Moves one batch of an image set to the store and says what the store answered.
 *
 * <p>Knows nothing of Camunda, and nothing of what happens to the files afterwards.
 */
package io.flighthubcamunda.upload;
