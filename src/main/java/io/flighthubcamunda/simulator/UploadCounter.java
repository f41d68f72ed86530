package io.flighthubcamunda.simulator;

import java.util.HashMap;
import java.util.Map;

/** Uploads of objects and parts that the store took, repeated ones included. */
final class UploadCounter {

  private final Map<String, Integer> byFileName = new HashMap<>();
  private long all;

  /**
   * @param fileName last part of the object's key
   */
  synchronized void count(String fileName) {
    byFileName.merge(fileName, 1, Integer::sum);
    all++;
  }

  synchronized long all() {
    return all;
  }

  synchronized Map<String, Integer> byFileName() {
    return Map.copyOf(byFileName);
  }
}
