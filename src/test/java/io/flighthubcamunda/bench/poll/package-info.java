/**
 * Simulates how often ways to look at a reconstruction ask, and how late they notice its end, over
 * families of progress curves.
 */
package io.flighthubcamunda.bench.poll;
