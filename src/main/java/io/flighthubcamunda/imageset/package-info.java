/**
 * What is in a set of photographs: which folders may be read, what a folder or a list holds,
 * whether FlightHub can reconstruct it, and how it is split into batches for the upload.
 *
 * <p>Knows the file system, the metadata inside photographs and the reconstruction types. It may
 * not know Camunda, Spring, storage or HTTP.
 */
package io.flighthubcamunda.imageset;
