/**
 * The console: one view class a page, and what pages share.
 */
package org.postern.web.page;
