using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Storage.Tests.Sealing;

/// <summary>What is sealed opens for its own record and keys alone, and for nothing that was changed.</summary>
[Trait("Promise", "PB-01")]
[Trait("Requirement", "O-09")]
public sealed class RecordSealerTests
{
    private const string Key = "a record";
    private static readonly RecordKind Kind = new("token", "Tests.", TimeSpan.FromDays(1));
    private static readonly string First = NewKey();
    private static readonly string Second = NewKey();

    private readonly RecordSealer _sealer = Sealer(First);

    [Fact]
    public void Opens_any_content_that_it_sealed() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf().ToArbitrary(),
                content =>
                {
                    byte[] sealedValue = _sealer.Seal(Kind, Key, content);
                    return sealedValue.Length == content.Length + RecordSealer.Overhead
                        && _sealer.Open(Kind, Key, sealedValue).AsSpan().SequenceEqual(content);
                }
            )
        );

    [Fact]
    public void Opens_nothing_of_which_one_bit_was_changed()
    {
        byte[] sealedValue = _sealer.Seal(Kind, Key, "a token of ClickUp"u8.ToArray());
        for (int bit = 0; bit < sealedValue.Length * 8; bit++)
        {
            byte[] changed = [.. sealedValue];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Should.Throw<StoreException>(() => _sealer.Open(Kind, Key, changed), $"bit {bit}");
        }
    }

    [Fact]
    public void Opens_nothing_that_was_cut_or_made_longer()
    {
        byte[] sealedValue = _sealer.Seal(Kind, Key, "content"u8.ToArray());
        for (int length = 0; length < sealedValue.Length; length++)
        {
            Should.Throw<StoreException>(() => _sealer.Open(Kind, Key, sealedValue.AsMemory(0, length)));
        }

        Should.Throw<StoreException>(() => _sealer.Open(Kind, Key, (byte[])[.. sealedValue, 0]));
    }

    [Theory]
    [InlineData("token", "another record")]
    [InlineData("grant", "a record")]
    [InlineData("tokena", " record")]
    [InlineData("toke", "na record")]
    public void Opens_nothing_that_was_put_into_another_record(string kind, string key)
    {
        byte[] sealedValue = _sealer.Seal(Kind, Key, "content"u8.ToArray());
        RecordKind other = new(kind, "Tests.", TimeSpan.FromDays(1));

        Should.Throw<StoreException>(() => _sealer.Open(other, key, sealedValue));
        Should.Throw<StoreException>(() => _sealer.Rewrap(other, key, sealedValue));
    }

    [Fact]
    public void Neither_half_of_one_value_fits_another()
    {
        byte[] one = _sealer.Seal(Kind, Key, "content 1"u8.ToArray());
        byte[] two = _sealer.Seal(Kind, Key, "content 2"u8.ToArray());
        int content = RecordSealer.Overhead - 16 - 12;

        Should.Throw<StoreException>(() => _sealer.Open(Kind, Key, (byte[])[.. one[..content], .. two[content..]]));
    }

    [Fact]
    public void Seals_the_same_content_differently_each_time()
    {
        byte[] one = _sealer.Seal(Kind, Key, "content"u8.ToArray());
        byte[] two = _sealer.Seal(Kind, Key, "content"u8.ToArray());

        one[..12].ShouldBe(two[..12], "the mark and the id of the master key");
        one[12..].ShouldNotBe(two[12..]);
        one.AsSpan().IndexOf("content"u8).ShouldBe(-1);
    }

    [Fact]
    public void A_value_tells_whether_it_is_sealed()
    {
        RecordSealer.IsSealed(_sealer.Seal(Kind, Key, "content"u8.ToArray())).ShouldBeTrue();
        RecordSealer.IsSealed(new byte[RecordSealer.Overhead]).ShouldBeFalse();
        RecordSealer.IsSealed("{\"json\":true}"u8).ShouldBeFalse();
        RecordSealer.IsSealed([]).ShouldBeFalse();
    }

    [Fact]
    public void Another_master_key_opens_nothing_and_says_what_to_do()
    {
        byte[] sealedValue = _sealer.Seal(Kind, Key, "content"u8.ToArray());

        Should
            .Throw<StoreException>(() => Sealer(Second).Open(Kind, Key, sealedValue))
            .Message.ShouldContain("none of the master keys");
    }

    [Fact]
    public void An_old_key_still_opens_and_is_replaced_by_wrapping_anew()
    {
        byte[] old = _sealer.Seal(Kind, Key, "content"u8.ToArray());
        RecordSealer both = Sealer($"{Second}\n{First}");

        both.Open(Kind, Key, old).ShouldBe("content"u8.ToArray());
        both.IsCurrent(old).ShouldBeFalse();
        byte[] rewrapped = both.Rewrap(Kind, Key, old);

        both.IsCurrent(rewrapped).ShouldBeTrue();
        Sealer(Second).Open(Kind, Key, rewrapped).ShouldBe("content"u8.ToArray());
        Should.Throw<StoreException>(() => _sealer.Open(Kind, Key, rewrapped));
    }

    [Fact]
    public void A_key_of_the_process_opens_nothing_of_another_process() =>
        Should.Throw<StoreException>(() =>
            new RecordSealer(MasterKeys.OfProcess()).Open(
                Kind,
                Key,
                new RecordSealer(MasterKeys.OfProcess()).Seal(Kind, Key, "content"u8.ToArray())
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("not Base64!")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==")]
    public void Refuses_what_is_no_master_key_without_repeating_it(string text)
    {
        string message = Should.Throw<FormatException>(() => MasterKeys.Parse(text)).Message;

        message.ShouldContain("openssl rand -base64 32");
        (text.Length > 0 && message.Contains(text, StringComparison.Ordinal)).ShouldBeFalse();
    }

    [Fact]
    public void Reads_keys_on_lines_and_with_commas()
    {
        byte[] sealedValue = Sealer(Second).Seal(Kind, Key, "content"u8.ToArray());

        Sealer($" {First},{Second} \n").Open(Kind, Key, sealedValue).ShouldBe("content"u8.ToArray());
        Sealer($"{First}\r\n\r\n{Second}\r\n").IsCurrent(_sealer.Seal(Kind, Key, sealedValue)).ShouldBeTrue();
    }

    private static RecordSealer Sealer(string keys) => new(MasterKeys.Parse(keys));

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
