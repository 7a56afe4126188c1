using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Makes the hash that a principal is known by.</summary>
internal static class PrincipalId
{
    /// <summary>That of who is named in the file of bearer tokens.</summary>
    public static UInt128 OfName(string name) => Of($"principal {name}");

    /// <param name="name">What tells it from all others, with its kind in front.</param>
    public static UInt128 Of(string name) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
