/** How full and how fair the gate is that lets reconstructions start, and what it asks. */
package io.flighthubcamunda.bench.admission;
