/** What thousands of waiting instances cost while nothing happens. */
package io.flighthubcamunda.bench.waiting;
