/** The flight behind a set of photographs: its course, its height, what overlaps with what. */
package io.flighthubcamunda.report.flight;
