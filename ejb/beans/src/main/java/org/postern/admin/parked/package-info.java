/**
 * Parked mail and destinations: what a person can see of them and do about them, one message or a million, with progress.
 */
package org.postern.admin.parked;
