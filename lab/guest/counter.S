# counter.S - a 512-byte x86 boot sector used as a live-migration test guest.
#
# Once per BIOS timer tick (18.2 Hz) it prints one line on COM1:
#     <counter:8 hex> <sweep:8 hex> <K|E>\r\n
# counter  goes up by exactly one per line, for ever; a reboot would show as a return to 00000001
# sweep    number of complete passes over guest RAM
# K/E      K = every page held the value written on the previous pass (memory arrived intact), E = not
#
# Between ticks it dirties `rate` 4 KiB pages (first dword of each), walking from 1 MiB to the end of RAM.
# rate = 0 leaves RAM untouched; the RAM size comes from INT 15h/E801, so one image fits 32 MiB .. 3 GiB.
# The ACPI power button ("virsh shutdown") powers it off at the next tick, unless it was built deaf.
#
# mkguest.sh patches the dwords at file offset 4 ("rate") and 8 ("deaf").
# GNU as, 16-bit code in "unreal" mode.
        .code16
        .globl _start
_start: jmp   1f
        .org  4
rate:   .long 0                         # pages dirtied per tick (patched)
deaf:   .long 0                         # not 0: the power button is ignored (patched)
1:      cli
        xorw  %ax, %ax
        movw  %ax, %ds
        movw  %ax, %ss
        movw  $0x7c00, %sp
        cld
        # ---- COM1: 115200 8N1, FIFO on
        movw  $uart, %si
        movw  $7, %cx
2:      lodsw
        movw  %ax, %dx                  # low byte: register, high byte: value
        movb  %ah, %al
        movb  $0x03, %dh
        outb  %al, %dx
        loop  2b
        # ---- A20 on, RAM size -> endpg (page number)
        inb   $0x92, %al
        orb   $2, %al
        andb  $0xfe, %al
        outb  %al, $0x92
        xorl  %ecx, %ecx
        xorl  %edx, %edx
        movw  $0xe801, %ax
        int   $0x15                     # dx = 64 KiB blocks above 16 MiB
        movzwl %dx, %edx
        shll  $4, %edx                  # -> 4 KiB pages
        addl  $(0x1000000/4096 - 64), %edx    # keep clear of ACPI tables at the top
        movl  %edx, endpg
        movl  $256, curpg               # page 256 = 1 MiB
        # ---- ACPI power button: PM1 registers at 0x600, where SeaBIOS puts them on pc and q35.
        # Without the enable bit QEMU drops the press, so a deaf guest has nothing more to do.
        cmpb  $0, deaf
        jne   8f
        movw  $0x602, %dx               # PM1_EN: PWRBTN_EN
        movw  $0x100, %ax
        outw  %ax, %dx
8:
        sti
loop:   hlt                             # wait for an interrupt
        movw  0x46c, %ax                # BIOS tick counter: ignore other interrupts
        cmpw  lastt, %ax
        je    loop
        movw  %ax, lastt
        movw  $0x600, %dx               # PM1_STS: PWRBTN_STS is only ever set when enabled
        inw   %dx, %ax
        testb $1, %ah
        jz    9f
        movw  $0x604, %dx               # PM1_CNT: SLP_EN, sleep type 0 = power off in QEMU
        movw  $0x2000, %ax
        outw  %ax, %dx
9:
        incl  count
        movl  count, %eax
        call  puthex
        movl  sweep, %eax
        call  puthex
        movb  state, %al
        call  putc
        movb  $13, %al
        call  putc
        movb  $10, %al
        call  putc
        # ---- dirty `rate` pages
        movl  rate, %ecx
        jecxz loop
        cli                             # enter unreal mode: 4 GiB limit in %fs
        pushw %ds
        lgdtl gdtr
        movl  %cr0, %eax
        orb   $1, %al
        movl  %eax, %cr0
        movw  $8, %bx
        movw  %bx, %fs
        andb  $0xfe, %al
        movl  %eax, %cr0
        xorw  %bx, %bx
        movw  %bx, %fs                  # base 0, limit stays 4 GiB
        popw  %ds
        movl  curpg, %esi
        movl  sweep, %ebx
3:      movl  %esi, %edi
        shll  $12, %edi
        testl %ebx, %ebx                # first pass: nothing to check
        jz    4f
        cmpl  %ebx, %fs:(%edi)
        je    4f
        movb  $'E', state
4:      leal  1(%ebx), %eax
        movl  %eax, %fs:(%edi)
        incl  %esi
        cmpl  endpg, %esi
        jb    5f
        movl  $256, %esi
        incl  %ebx
5:      decl  %ecx
        jnz   3b
        movl  %esi, curpg
        movl  %ebx, sweep
        sti
        jmp   loop

puthex: movl  %eax, %ebx                # print %eax as 8 hex digits and a space
        movw  $8, %cx
6:      roll  $4, %ebx
        movb  %bl, %al
        andb  $15, %al
        cmpb  $10, %al
        sbbb  $0x69, %al
        das
        call  putc
        loop  6b
        movb  $' ', %al
putc:   movb  %al, %ah                  # print %al
        movw  $0x3fd, %dx
7:      inb   %dx, %al
        testb $0x20, %al
        jz    7b
        movb  %ah, %al
        movw  $0x3f8, %dx
        outb  %al, %dx
        ret

uart:   .byte 0xf9,0x00, 0xfb,0x80, 0xf8,0x01, 0xf9,0x00, 0xfb,0x03, 0xfa,0x07, 0xfc,0x03
count:  .long 0
sweep:  .long 0
lastt:  .word 0
state:  .byte 'K'
        .balign 4
gdt:    .quad 0
        .quad 0x00cf92000000ffff        # flat 4 GiB data
gdtr:   .word . - gdt - 1
        .long gdt
        .org  510
        .word 0xaa55
        .equ  endpg, 0x500              # scratch RAM below the boot sector
        .equ  curpg, 0x504
