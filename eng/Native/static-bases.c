// Makes the objects that hold the static references of types in one go instead of one by one, while the runtime starts.
//
// Before Main, StartupCodeHelpers.InitializeStatics asks for such an object for every type that has static references, some ten
// thousand, on the heap of objects that never move, whose allocator looks through its free lists and takes its lock each time: 80 ns,
// and a third of a start. Here that heap is asked for a block, and the objects are cut off its front. What is left of a block is at each
// moment what the collector itself leaves in a gap, an object of the table for free space, so that the heap can always be walked.
// See docs/decisions/0064-static-bases.md.
//
// Linked with --wrap: a call of a function goes to its __wrap_, and __real_ is the function itself. Its types and flags are those of the
// runtime (nativeaot/Runtime/GCHelpers.cpp, inc/MethodTable.h, gc/gcinterface.h); a symbol that is gone there fails the link.

#include <stddef.h>
#include <stdint.h>

typedef struct
{
    uint32_t flags;
    uint32_t size;
} MethodTable;

// Free space is an array of bytes to the collector: its length is what comes after these two and the header before the first.
typedef struct
{
    const MethodTable *table;
    uint64_t length;
} Object;

enum
{
    AllocPinned = 0x40,
    LeastSize = 24,
    Block = 64 * 1024
};

static const uint32_t HasComponentSize = 0x80000000;
static const uint32_t HasFinalizer = 0x00100000;

extern const MethodTable *g_pFreeObjectEEType;
extern int32_t RhGetGcCollectionCount(int32_t generation, int32_t isSpecial);
extern void RhAllocateNewArray(const MethodTable *table, uint32_t length, uint32_t flags, Object **result);
extern void __real_RhAllocateNewObject(const MethodTable *table, uint32_t flags, Object **result);
extern void __real_InitializeModules(void *os, void **modules, int32_t count, void **functions, int32_t functionCount);

static int isStarting;
static Object *rest;
static size_t restSize;

void __wrap_RhAllocateNewObject(const MethodTable *table, uint32_t flags, Object **result)
{
    // A collection would take the rest for the free space that it is; there is only one thread yet, so none comes in between.
    if (!isStarting || flags != AllocPinned || (table->flags & (HasComponentSize | HasFinalizer)) != 0
        || table->size > Block / 2 || RhGetGcCollectionCount(0, 0) != 0)
    {
        __real_RhAllocateNewObject(table, flags, result);
        return;
    }

    if (restSize < table->size + LeastSize)
    {
        Object *block = NULL;
        RhAllocateNewArray(g_pFreeObjectEEType, Block - LeastSize, AllocPinned, &block);
        if (block == NULL)
        {
            *result = NULL;
            return;
        }

        rest = block;
        restSize = Block;
    }

    Object *object = rest;
    restSize -= table->size;
    rest = (Object *)((char *)object + table->size);
    rest->table = g_pFreeObjectEEType;
    rest->length = restSize - LeastSize;
    object->length = 0;
    object->table = table;
    *result = object;
}

void __wrap_InitializeModules(void *os, void **modules, int32_t count, void **functions, int32_t functionCount)
{
    isStarting = 1;
    __real_InitializeModules(os, modules, count, functions, functionCount);
    isStarting = 0;
}
