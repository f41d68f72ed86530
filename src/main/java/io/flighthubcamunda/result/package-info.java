/**
 * Fetches the result archive of a model.
 *
 * <p>Knows nothing of Camunda.
 */
package io.flighthubcamunda.result;
