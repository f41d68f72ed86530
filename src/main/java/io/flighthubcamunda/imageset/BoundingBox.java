package io.flighthubcamunda.imageset;

/**
 * The smallest box around positions, in WGS 84 degrees. West is greater than east when it crosses
 * the 180th meridian.
 */
public record BoundingBox(double south, double west, double north, double east) {}
