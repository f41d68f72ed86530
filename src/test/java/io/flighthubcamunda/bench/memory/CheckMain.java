package io.flighthubcamunda.bench.memory;

import static io.flighthubcamunda.api.ReconstructionType.TWO_D;

import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetCheck;
import java.nio.file.Path;
import java.util.Set;

/** Checks a folder and prints how many seconds that took, in a process of its own. */
public final class CheckMain {

  private CheckMain() {}

  public static void main(String[] args) {
    var start = System.nanoTime();
    var report =
        new ImageSetCheck()
            .check(new FolderSource(Path.of(args[0])), null, Set.of(TWO_D), BatchLimits.DEFAULT);
    System.out.println("seconds=" + (System.nanoTime() - start) / 1e9);
    System.exit(report.fileCount() == Integer.parseInt(args[1]) ? 0 : 1);
  }
}
