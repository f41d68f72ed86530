package io.flighthubcamunda.bench;

/**
 * What a program prints that runs before and after its work in production, so that its own start
 * and end are no part of the work.
 *
 * @param ready before the work; it begins when the program gets a line
 * @param done after it
 */
public record Standing(String ready, String done) {}
