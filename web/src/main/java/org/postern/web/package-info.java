/**
 * The console: one view class a page. Imports {@code org.postern.admin}; never the store.
 */
package org.postern.web;
