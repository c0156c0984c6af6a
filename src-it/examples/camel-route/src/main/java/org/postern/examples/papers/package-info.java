/** Papers that come by mail and go into a folder, and files of another folder that go out as mail. */
package org.postern.examples.papers;
