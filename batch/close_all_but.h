/*
 * close_all_but.h - what a process that reads reports keeps open.
 *
 * A worker is forked, and holds all that its parent had open: the parent's end
 * of its own socket, too, by which it would never learn that nobody has orders
 * for it any more.
 */
#ifndef BATCH_CLOSE_ALL_BUT_H
#define BATCH_CLOSE_ALL_BUT_H

/* All but KEPT and the standard streams. */
void close_all_but(int kept);

#endif
