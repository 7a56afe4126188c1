namespace ClickUpMcp.MutationBenchmark;

/// <summary>Orders a sample so that each beginning of it is spread over the whole.</summary>
internal static class Spread
{
    /// <summary>The numbers below one, each once, by the reversed bits of their place.</summary>
    public static IEnumerable<int> Order(int count)
    {
        int bits = 0;
        while (1 << bits < count)
        {
            bits++;
        }

        for (int place = 0; place < 1 << bits; place++)
        {
            int number = 0;
            for (int bit = 0; bit < bits; bit++)
            {
                number |= (place >> bit & 1) << (bits - 1 - bit);
            }

            if (number < count)
            {
                yield return number;
            }
        }
    }
}
