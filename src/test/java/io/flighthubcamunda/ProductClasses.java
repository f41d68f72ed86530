package io.flighthubcamunda;

import io.flighthubcamunda.cli.FlightHubCamunda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes of the product, without those of its tests. */
public final class ProductClasses {

  private static final String ENDING = ".class";

  private ProductClasses() {}

  /** All of them, none of which is initialized by this. */
  public static List<Class<?>> all() {
    var root = root();
    try (var files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(ENDING) && !file.endsWith("-info" + ENDING))
          .<Class<?>>map(ProductClasses::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(
          FlightHubCamunda.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String file) {
    var name =
        file.substring(0, file.length() - ENDING.length()).replace('/', '.').replace('\\', '.');
    try {
      return Class.forName(name, false, ProductClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
