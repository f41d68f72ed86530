package io.flighthubcamunda.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class JarVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = JarVersion.class.getPackage().getImplementationVersion();
    return new String[] {version == null ? "(not from a jar)" : version};
  }
}
