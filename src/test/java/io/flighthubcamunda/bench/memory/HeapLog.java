package io.flighthubcamunda.bench.memory;

import io.flighthubcamunda.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a Java process wrote about its garbage collections.
 *
 * @param largest most heap in use, megabytes
 * @param live most heap that was still in use after a full collection, megabytes; after any where
 *     there was no full one
 */
record HeapLog(int largest, int live) {

  private static final Pattern PAUSE = Pattern.compile("Pause (\\w+).* (\\d+)M->(\\d+)M\\(");

  /** Options that let a process write such a log. */
  static List<String> options(Path log) {
    // A small machine's collector; what one finds in a container with one processor.
    return List.of("-XX:+UseSerialGC", "-Xlog:gc:file=" + log);
  }

  static HeapLog read(Path log) {
    int largest = 0;
    int full = 0;
    int any = 0;
    try {
      for (var line : Files.readAllLines(log)) {
        var pause = PAUSE.matcher(line);
        if (pause.find()) {
          int after = Integer.parseInt(pause.group(3));
          largest = Math.max(largest, Integer.parseInt(pause.group(2)));
          any = Math.max(any, after);
          full = pause.group(1).equals("Full") ? Math.max(full, after) : full;
        }
      }
    } catch (IOException e) {
      throw new BenchException("The process wrote nothing about its heap: " + e.getMessage(), e);
    }
    return new HeapLog(largest, full > 0 ? full : any);
  }
}
