/** Mail in quarantine, and what people do about it. */
package org.postern.it.quarantine;
