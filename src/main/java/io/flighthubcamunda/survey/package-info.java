/**
 * The list of image sets that a survey consists of: a CSV file or a folder of folders, read and
 * checked as a whole.
 *
 * <p>Knows image sets and where they lie. It may not know Camunda, Spring, storage or HTTP.
 */
package io.flighthubcamunda.survey;
