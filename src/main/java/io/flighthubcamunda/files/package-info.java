/**
 * Files below folders that are trusted, whatever anybody does to the paths meanwhile.
 *
 * <p>Knows nobody of ours.
 */
package io.flighthubcamunda.files;
