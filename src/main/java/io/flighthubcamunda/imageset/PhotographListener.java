package io.flighthubcamunda.imageset;

/** Hears of every usable photograph, in the order of the files and from one thread at a time. */
@FunctionalInterface
public interface PhotographListener {

  PhotographListener NONE = (file, photograph) -> {};

  void usable(SourceFile file, Photograph photograph);
}
