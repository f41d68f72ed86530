package io.flighthubcamunda.simulator;

/**
 * A fault that struck, for reports and assertions.
 *
 * @param call name of the {@link Operation}, or {@code PUT} for an upload to the object store
 * @param subject the resource that the call was about, or the name of the file that was uploaded;
 *     empty for calls that are about nothing
 * @param kind what went wrong, in a few words
 */
public record StruckFault(String call, String subject, String kind) {}
