/** Job workers of the process {@code reconstruct-many}, and its variables and files. */
package io.flighthubcamunda.worker.survey;
