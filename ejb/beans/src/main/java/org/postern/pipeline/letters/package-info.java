/**
 * Mail about mail: reports and receipts for senders, and the reports of other servers about what went out from here.
 */
package org.postern.pipeline.letters;
