/**
 * DJI FlightHub 2's OpenAPI: one Feign interface per section, one record per message, and error
 * types that say which reaction they call for.
 *
 * <p>Knows HTTP and JSON. Knows nothing of Camunda, of folders, or of object storage.
 */
package io.flighthubcamunda.api;
