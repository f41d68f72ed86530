/** Looks at the pictures themselves, at a few of many: too dark, too bright, not sharp. */
package io.flighthubcamunda.report.frame;
