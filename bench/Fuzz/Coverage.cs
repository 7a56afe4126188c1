using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace ClickUpMcp.FuzzBenchmark;

/// <summary>The branches that instrumented code has taken, counted in the memory in which a fuzzer would share them.</summary>
internal sealed unsafe class Coverage
{
    private const int Size = 1 << 16;
    private const int Words = Size / sizeof(ulong);

    private readonly byte* _run = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    /// <summary>Branches taken so far.</summary>
    public int Edges { get; private set; }

    /// <summary>Has instrumented code count here from now on.</summary>
    public void Begin()
    {
        Trace.SharedMem = _run;
        Reset();
    }

    /// <summary>Whether the run since the last call took a branch, or took one more often by a power of two, for the first time.</summary>
    public bool TakeNew()
    {
        bool isNew = false;
        ulong* words = (ulong*)_run;
        for (int word = 0; word < Words; word++)
        {
            if (words[word] != 0)
            {
                isNew |= Take(word * sizeof(ulong));
            }
        }

        Reset();
        return isNew;
    }

    private bool Take(int start)
    {
        bool isNew = false;
        for (int at = start; at < start + sizeof(ulong); at++)
        {
            if (_run[at] == 0)
            {
                continue;
            }

            byte often = (byte)(1 << BitOperations.Log2(_run[at]));
            if ((_seen[at] & often) == 0)
            {
                Edges += _seen[at] == 0 ? 1 : 0;
                _seen[at] |= often;
                isNew = true;
            }
        }

        return isNew;
    }

    private void Reset()
    {
        NativeMemory.Clear(_run, Size);
        Trace.PrevLocation = 0;
    }
}
