/**
 * Benchmarks of the product: {@code mvn -q -Pbench -Dbench=NAME}. Each prints a table and writes
 * its goals as JSON. This package has what all of them need; each benchmark has a package of its
 * own.
 */
package io.flighthubcamunda.bench;
