/** The page: what its template shows, in the words and the coordinates of the page. */
package io.flighthubcamunda.report.page;
