/* corten.h - the annotation language of Corten, for any C99 compiler.
 * SPDX-License-Identifier: MIT
 *
 * What comes in: a compiler. What goes out: one macro for each fact of a contract.
 * The one idea: plain C stays plain C. Corten reads each macro as an attribute of its own;
 * another compiler gets its own attribute where it accepts one in that place, else nothing.
 *
 *     #include <corten.h>
 *     #pragma corten safe
 *
 *     struct list *__own _Nullable list_new(void);
 *     void list_free(struct list *__own _Nullable l);
 *     int sum(const int *__counted_by(n) v, size_t n);
 *
 * An annotation of a pointer stands where a qualifier of that pointer would: right after its
 * `*`. An annotation of the declared thing itself (__guarded_by, __tagged_by, and
 * __null_terminated of an array) stands after the declarator; __refcounted and __invariant
 * stand after a struct's closing brace; __safe, __unsafe and __thread_entry before the
 * function's type; __acquires and its kin after the parameter list.
 *
 * In C++ the names that libstdc++ uses itself (__unsafe, __sync) are not defined. */
#ifndef CORTEN_H
#define CORTEN_H

#ifdef __CORTEN__

/* ---- Ownership ------------------------------------------------------------------------ */
#undef __own
#define __own __attribute__((corten_own))
#undef __own_by
#define __own_by(...) __attribute__((corten_own_by(__VA_ARGS__)))
#undef __drops
#define __drops __attribute__((corten_drops))
#undef __inits
#define __inits __attribute__((corten_inits))
#undef __refcounted
#define __refcounted(get, put) __attribute__((corten_refcounted(get, put)))

/* ---- Lifetimes ------------------------------------------------------------------------ */
#undef __lifetimebound
#define __lifetimebound __attribute__((corten_lifetimebound))
#undef __lifetimebound_of
#define __lifetimebound_of(path) __attribute__((corten_lifetimebound_of(path)))
#undef __captured_by
#define __captured_by(x) __attribute__((corten_captured_by(x)))
#undef __noescape
#define __noescape __attribute__((corten_noescape))
#undef __static
#define __static __attribute__((corten_static))
#undef __noinvalidate
#define __noinvalidate __attribute__((corten_noinvalidate))

/* ---- Bounds, strings, tags ------------------------------------------------------------ */
#undef __counted_by
#define __counted_by(n) __attribute__((corten_counted_by(n)))
#undef __sized_by
#define __sized_by(n) __attribute__((corten_sized_by(n)))
#undef __ended_by
#define __ended_by(e) __attribute__((corten_ended_by(e)))
#undef __filled
#define __filled(n) __attribute__((corten_filled(n)))
#undef __null_terminated
#define __null_terminated __attribute__((corten_null_terminated))
#undef __invariant
#define __invariant(expr) __attribute__((corten_invariant(expr)))
#undef __tagged_by
#define __tagged_by(field, value) __attribute__((corten_tagged_by(field, value)))

/* ---- Concurrency ---------------------------------------------------------------------- */
#undef __guarded_by
#define __guarded_by(m) __attribute__((corten_guarded_by(m)))
#undef __pt_guarded_by
#define __pt_guarded_by(m) __attribute__((corten_pt_guarded_by(m)))
#undef __acquires
#define __acquires(m) __attribute__((corten_acquires(m)))
#undef __releases
#define __releases(m) __attribute__((corten_releases(m)))
#undef __must_hold
#define __must_hold(m) __attribute__((corten_must_hold(m)))
#undef __excludes
#define __excludes(m) __attribute__((corten_excludes(m)))
#undef __acquires_shared
#define __acquires_shared(m) __attribute__((corten_acquires_shared(m)))
#undef __releases_shared
#define __releases_shared(m) __attribute__((corten_releases_shared(m)))
#undef __must_hold_shared
#define __must_hold_shared(m) __attribute__((corten_must_hold_shared(m)))
#undef __try_acquires
#define __try_acquires(m, value) __attribute__((corten_try_acquires(m, value)))
#undef __capability
#define __capability(kind) __attribute__((corten_capability(kind)))
#undef __sync
#define __sync __attribute__((corten_sync))
#undef __send
#define __send __attribute__((corten_send))
#undef __thread_entry
#define __thread_entry __attribute__((corten_thread_entry))

/* ---- Levels and conditions ------------------------------------------------------------ */
#undef __safe
#define __safe __attribute__((corten_safe))
#undef __unsafe
#define __unsafe __attribute__((corten_unsafe))
#undef __when
#define __when(cond) __attribute__((corten_when(cond)))
/* What no annotation can say of a function, as `corten dump contracts` found it: docs/contracts.md */
#undef __cases
#define __cases(version, text) __attribute__((corten_cases(version, text)))
#undef __formats
#define __formats(version, text) __attribute__((corten_formats(version, text)))

/* A statement: traps when cond is false, in release builds too; cond holds after it. */
#undef __checked
#define __checked(cond) __corten_checked(cond)

/* _Nullable, _Nonnull and _Null_unspecified (nothing is claimed) are keywords of Corten. */

#else /* another compiler */

#if defined(__GNUC__)
#pragma GCC system_header /* silent about variadic macros and the like under -pedantic */
#endif
#if defined(__GNUC__)
/* Other compilers don't know `#pragma corten safe`, and need not say so. */
#pragma GCC diagnostic ignored "-Wunknown-pragmas"
#endif
#if defined(__clang__)
/* Clang's own qualifiers are meant. A pointer without one says something to Corten (non-null
 * in safe code), so that a file need not put one on each pointer. */
#pragma clang diagnostic ignored "-Wnullability-extension"
#pragma clang diagnostic ignored "-Wnullability-completeness"
#else
#ifndef _Nullable
#define _Nullable
#endif
#ifndef _Nonnull
#define _Nonnull
#endif
#ifndef _Null_unspecified
#define _Null_unspecified
#endif
#endif

/* A name that an earlier header has defined (the kernel's __counted_by, __acquires) keeps the
 * meaning that its compiler gives it. */

/* ---- Ownership ------------------------------------------------------------------------ */
#ifndef __own
#define __own
#endif
#ifndef __own_by
#define __own_by(...)
#endif
#ifndef __drops
#define __drops
#endif
#ifndef __inits
#define __inits
#endif
#ifndef __refcounted
#define __refcounted(get, put)
#endif

/* ---- Lifetimes ------------------------------------------------------------------------ */
#ifndef __lifetimebound
#define __lifetimebound
#endif
#ifndef __lifetimebound_of
#define __lifetimebound_of(path)
#endif
#ifndef __captured_by
#define __captured_by(x)
#endif
/* Not Clang's noescape: its optimiser believes that, and a wrong one would break the program. */
#ifndef __noescape
#define __noescape
#endif
#ifndef __static
#define __static
#endif
#ifndef __noinvalidate
#define __noinvalidate
#endif

/* ---- Bounds, strings, tags ------------------------------------------------------------ */
#ifndef __counted_by
#define __counted_by(n)
#endif
#ifndef __sized_by
#define __sized_by(n)
#endif
#ifndef __ended_by
#define __ended_by(e)
#endif
#ifndef __filled
#define __filled(n)
#endif
#ifndef __null_terminated
#define __null_terminated
#endif
#ifndef __invariant
#define __invariant(expr)
#endif
#ifndef __tagged_by
#define __tagged_by(field, value)
#endif

/* ---- Concurrency ---------------------------------------------------------------------- */
#ifndef __guarded_by
#define __guarded_by(m)
#endif
#ifndef __pt_guarded_by
#define __pt_guarded_by(m)
#endif
#ifndef __acquires
#ifdef __CHECKER__ /* sparse */
#define __acquires(m) __attribute__((context(m, 0, 1)))
#else
#define __acquires(m)
#endif
#endif
#ifndef __releases
#ifdef __CHECKER__
#define __releases(m) __attribute__((context(m, 1, 0)))
#else
#define __releases(m)
#endif
#endif
#ifndef __must_hold
#ifdef __CHECKER__
#define __must_hold(m) __attribute__((context(m, 1, 1)))
#else
#define __must_hold(m)
#endif
#endif
#ifndef __excludes
#define __excludes(m)
#endif
#ifndef __acquires_shared
#define __acquires_shared(m)
#endif
#ifndef __releases_shared
#define __releases_shared(m)
#endif
#ifndef __must_hold_shared
#define __must_hold_shared(m)
#endif
#ifndef __try_acquires
#define __try_acquires(m, value)
#endif
#ifndef __capability
#if defined(__clang__)
#define __capability(kind) __attribute__((capability(kind)))
#else
#define __capability(kind)
#endif
#endif
#if !defined(__cplusplus) && !defined(__sync)
#define __sync
#endif
#ifndef __send
#define __send
#endif
#ifndef __thread_entry
#define __thread_entry
#endif

/* ---- Levels and conditions ------------------------------------------------------------ */
#ifndef __safe
#define __safe
#endif
#if !defined(__cplusplus) && !defined(__unsafe)
#define __unsafe
#endif
#ifndef __when
#define __when(cond)
#endif
#ifndef __cases
#define __cases(version, text)
#endif
#ifndef __formats
#define __formats(version, text)
#endif

/* A statement: a run-time check that stays in release builds, as Rust's indexing does. */
#ifndef __checked
#if defined(__GNUC__)
#define __checked(cond) (__builtin_expect(!!(cond), 1) ? (void)0 : __builtin_trap())
#else
#include <stdlib.h>
#define __checked(cond) ((cond) ? (void)0 : abort())
#endif
#endif

#endif /* __CORTEN__ */

#endif /* CORTEN_H */
