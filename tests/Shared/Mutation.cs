namespace ClickUpMcp.Tests;

/// <summary>Spoils bytes at random, by a few small edits.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] line, Random random)
    {
        var bytes = new List<byte>(line);
        for (int edits = random.Next(1, 5); edits > 0 && bytes.Count > 0; edits--)
        {
            int at = random.Next(bytes.Count);
            int length = random.Next(1, Math.Min(12, bytes.Count - at) + 1);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes[at] ^= 0x20;
                    break;
                default:
                    bytes.Insert(at, (byte)"{}[]\",:\\0"[random.Next(9)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
